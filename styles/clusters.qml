<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{c_robuust}" symbol="0" label="cluster, ook op een ander raster gevonden" filter='"robuust" = 1'/>
   <rule key="{c_niet}" symbol="1" label="cluster, alleen op dit raster" filter='"robuust" = 0'/>
   <rule key="{c_ongetoetst}" symbol="2" label="cluster, ander raster niet getoetst" filter='"robuust" IS NULL'/>
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
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;Cluster [% "rang" %]&lt;/b&gt;&lt;br&gt;[% "toelichting" %]&lt;br&gt;[% "cellen" %] hexagonen, gemeenten [% "gemeentecodes" %], [% "adressen" %] adressen.&lt;br&gt;&lt;br&gt;&lt;i&gt;Een aanwijzing: geteld zijn adressen, geen personen. ‘Geen aantoonbare afwijking’ betekent niet dat er niets is.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
