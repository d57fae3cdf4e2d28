<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{g_gemeente}" symbol="0" label="over een gemeentegrens" filter="&quot;soort&quot; = 'gemeentegrens'"/>
   <rule key="{g_land}" symbol="1" label="bij een landsgrens; daarachter onbekend" filter="&quot;soort&quot; = 'landsgrens'"/>
   <rule key="{g_beide}" symbol="2" label="over een gemeentegrens en bij een landsgrens" filter="&quot;soort&quot; = 'gemeentegrens en landsgrens'"/>
   <rule key="{g_rand}" symbol="3" label="omgeving deels zonder gegevens" filter='"rand" = 1'/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="117,112,179,70" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="84,39,143,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.7" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="230,171,2,70" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="166,97,26,255" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.7" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="27,158,119,70" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,90,70,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.9" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="45" type="QString"/>
     <Option name="distance" value="1.6" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.2" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="90,90,90,200" type="QString"/>
    </Option>
    <symbol name="@3@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="90,90,90,200" type="QString"/>
     <Option name="line_width" value="0.2" type="QString"/>
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
     <Option name="outline_color" value="0,0,0,0" type="QString"/>
     <Option name="outline_style" value="no" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% coalesce("gemeentenamen", 'Gemeente onbekend') %]&lt;/b&gt; ([% coalesce("soort", 'soort onbekend') %])&lt;br&gt;[% coalesce("toelichting", 'Over dit cluster is verder niets bekend.') %]&lt;br&gt;Peildatum [% coalesce("peildatum", 'onbekend') %]. &lt;i&gt;Over de landsgrens is het aantal onbekend, niet nul. Een aanwijzing, geen vaststelling.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
