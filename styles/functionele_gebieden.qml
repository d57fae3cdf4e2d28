<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{vakantie}" symbol="0" label="vakantiepark, bungalowpark, caravanpark" filter="&quot;typefunctioneelgebied&quot; IN ('vakantiepark', 'bungalowpark', 'caravanpark')"/>
   <rule key="{camping}" symbol="1" label="camping, kampeerterrein" filter="&quot;typefunctioneelgebied&quot; = 'camping, kampeerterrein'"/>
   <rule key="{bedrijf}" symbol="2" label="bedrijventerrein" filter="&quot;typefunctioneelgebied&quot; = 'bedrijventerrein'"/>
   <rule key="{kas}" symbol="3" label="kassengebied" filter="&quot;typefunctioneelgebied&quot; = 'kassengebied'"/>
   <rule key="{overig}" symbol="4" label="overig functioneel gebied" filter="ELSE"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="27,120,55,50" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="27,120,55,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="90,174,97,40" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,174,97,255" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="118,42,131,40" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="118,42,131,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="179,88,6,40" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="179,88,6,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="120,120,120,30" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="120,120,120,255" type="QString"/>
     <Option name="outline_style" value="dot" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% replace(replace(coalesce("naamnl", 'Zonder naam'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;Volgens de topografische kaart (TOP10NL) is dit: [% replace(replace(coalesce("typefunctioneelgebied", 'onbekend'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]. Dat zegt niets over bewoning.</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
