<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{h_duidelijk}" symbol="0" label="duidelijk meer dan verwacht (q ≤ 1 %)" filter="&quot;klasse&quot; = 'duidelijk meer dan verwacht (q &lt;= 1 %)'"/>
   <rule key="{h_meer}" symbol="1" label="meer dan verwacht (q ≤ 5 %)" filter="&quot;klasse&quot; = 'meer dan verwacht (q &lt;= 5 %)'"/>
   <rule key="{h_mogelijk}" symbol="2" label="mogelijk meer dan verwacht (q ≤ 10 %)" filter="&quot;klasse&quot; = 'mogelijk meer dan verwacht (q &lt;= 10 %)'"/>
   <rule key="{h_geen}" symbol="3" label="geen aantoonbare afwijking" filter="&quot;klasse&quot; = 'geen aantoonbare afwijking'"/>
   <rule key="{h_weinig}" symbol="4" label="te weinig gegevens" filter="&quot;klasse&quot; = 'te weinig gegevens'"/>
   <rule key="{h_onbekend}" symbol="5" label="onbekend: niets geleverd" filter="&quot;klasse&quot; = 'onbekend'"/>
   <rule key="{h_onzeker}" symbol="7" label="onzeker: minder dan 4 adressen" filter="&quot;onzeker&quot; = 1 AND &quot;klasse&quot; LIKE '%meer dan verwacht%'"/>
   <rule key="{h_rand}" symbol="6" label="omgeving deels zonder gegevens" filter="&quot;rand&quot; = 1 AND &quot;klasse&quot; &lt;&gt; 'onbekend'"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="84,39,143,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="128,115,172,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="188,189,220,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="240,240,240,150" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="190,190,190,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="150,150,150,160" type="QString"/>
     <Option name="style" value="dense6" type="QString"/>
     <Option name="outline_color" value="190,190,190,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="110,110,110,200" type="QString"/>
     <Option name="style" value="b_diagonal" type="QString"/>
     <Option name="outline_color" value="150,150,150,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="90,90,90,150" type="QString"/>
     <Option name="style" value="f_diagonal" type="QString"/>
     <Option name="outline_color" value="90,90,90,0" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="130,130,130,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,0,0,0" type="QString"/>
     <Option name="outline_style" value="no" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties" type="Map">
       <Option name="fillColor" type="Map">
        <Option name="active" value="true" type="bool"/>
        <Option name="expression" value="if($id IS NULL, '130,130,130,255', '0,0,0,0')" type="QString"/>
        <Option name="type" value="3" type="int"/>
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="0" type="QString"/>
     <Option name="distance" value="1.3" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.45" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="255,255,255,215" type="QString"/>
    </Option>
    <symbol name="@7@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="255,255,255,215" type="QString"/>
     <Option name="line_width" value="0.45" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="line_style" value="solid" type="QString"/>
    </Option>
   </layer>
    </symbol>
   </layer>
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="90,90,90,200" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% coalesce("klasse", 'onbekend') %]&lt;/b&gt;&lt;br&gt;[% CASE
WHEN "waargenomen" &gt; 0 AND "waargenomen" &lt; 5 AND "toelichting" IS NOT NULL THEN regexp_replace("toelichting", ' [(][0-9]+ tegen [0-9,.]+[)]', ' (minder dan 5 adressen)')
ELSE coalesce("toelichting", 'Over dit gebied is niets bekend: onbekend, niet nul.') END %][% CASE WHEN "onzeker" = 1 THEN ' Onzeker: er zijn minder dan 4 adressen geteld.' ELSE '' END %]&lt;br&gt;[% 'Peildatum ' || coalesce(attribute('peildatum'), 'onbekend') || '.' %] &lt;i&gt;Een aanwijzing: geteld zijn adressen, geen personen. ‘Geen aantoonbare afwijking’ betekent niet dat er niets is.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
