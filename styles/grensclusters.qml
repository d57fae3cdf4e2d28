<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="categorizedSymbol" attr="soort" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <categories>
   <category value="gemeentegrens" symbol="0" label="over een gemeentegrens" render="true"/>
   <category value="landsgrens" symbol="1" label="bij een landsgrens; daarachter onbekend" render="true"/>
   <category value="gemeentegrens en landsgrens" symbol="2" label="over een gemeentegrens en bij een landsgrens" render="true"/>
  </categories>
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
 </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% coalesce("gemeentenamen", 'Gemeente onbekend') %]&lt;/b&gt; ([% "soort" %])&lt;br&gt;[% "toelichting" %]&lt;br&gt;Peildatum [% coalesce("peildatum", 'onbekend') %].</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
