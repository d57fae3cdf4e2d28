<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{c_robuust}" symbol="0" label="cluster, ook op een ander raster gevonden" filter='"robuust" = 1'/>
   <rule key="{c_niet}" symbol="1" label="cluster, alleen op dit raster" filter='"robuust" = 0'/>
   <rule key="{c_ongetoetst}" symbol="2" label="cluster, ander raster niet getoetst" filter='"robuust" IS NULL'/>
   <rule key="{c_rand}" symbol="3" label="omgeving deels zonder gegevens" filter='"rand" = 1'/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="45,0,75,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.8" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="45,0,75,255" type="QString"/>
     <Option name="outline_style" value="dot" type="QString"/>
     <Option name="outline_width" value="0.6" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="45,0,75,255" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.7" type="QString"/>
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
 <mapTip>&lt;b&gt;Cluster [% coalesce(to_string("rang"), 'zonder rang') %]&lt;/b&gt;&lt;br&gt;[% coalesce("toelichting", 'Over dit cluster is verder niets bekend.') %]&lt;br&gt;[% CASE WHEN "adressen" IS NULL THEN 'Aantal adressen onbekend' WHEN "adressen" &lt; 5 THEN 'Minder dan 5 adressen' ELSE format_number("adressen", 0, 'nl') || ' adressen' END %] in [% CASE WHEN "cellen" = 1 THEN '1 hexagoon' ELSE coalesce(to_string("cellen"), 'een onbekend aantal') || ' hexagonen' END %]; gemeenten [% coalesce(nullif("gemeentecodes", ''), 'onbekend') %].&lt;br&gt;[% 'Peildatum ' || coalesce(attribute('peildatum'), 'onbekend') || '.' %] &lt;i&gt;Een aanwijzing: geteld zijn adressen, geen personen. Een cluster zegt niets over wie er woont.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
