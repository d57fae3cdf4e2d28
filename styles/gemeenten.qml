<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|MapTips" labelsEnabled="1">
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,200" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties" type="Map">
       <Option name="fillColor" type="Map">
        <Option name="active" value="true" type="bool"/>
        <Option name="expression" value="if(@atlas_featureid IS NULL OR $id = @atlas_featureid, '0,0,0,0', '255,255,255,190')" type="QString"/>
        <Option name="type" value="3" type="int"/>
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.5" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings>
   <text-style fieldName="&quot;gemeentenaam&quot; || if(attribute('rni_geleverd') = 0, '\n(geen levering)', '') || if(attribute('gebieden') = 0, '\n(niet gepubliceerd: onbekend, niet nul)', '')" isExpression="1" fontFamily="Open Sans" fontSize="9" fontSizeUnit="Point" fontWeight="63" namedStyle="SemiBold" textColor="40,40,40,255" multilineHeight="0.9">
    <text-buffer bufferDraw="1" bufferSize="1" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
   </text-style>
   <text-format multilineAlign="1" wrapChar="\n"/>
   <placement placement="1" centroidWhole="1" centroidInside="1" placementFlags="10" priority="8"/>
   <rendering drawLabels="1" displayAll="1" obstacle="0"/>
  </settings>
 </labeling>
 <mapTip>&lt;b&gt;[% coalesce("gemeentenaam", "gemeentecode") %]&lt;/b&gt;&lt;br&gt;[% CASE
WHEN attribute('vergeleken_adressen') &gt; 0 AND attribute('vergeleken_adressen') &lt; 5 THEN 'In deze gemeente hebben minder dan 5 adressen een RNI-registratie.'
WHEN attribute('vergeleken_toelichting') IS NOT NULL THEN attribute('vergeleken_toelichting')
WHEN attribute('gebieden') = 0 THEN 'Van deze gemeente is niets gepubliceerd: onbekend, niet nul.'
WHEN attribute('rni_geleverd') = 0 THEN 'Deze gemeente heeft geen RNI geleverd: de aantallen zijn onbekend, niet nul.'
WHEN attribute('rni_geleverd') = 1 THEN 'Van deze gemeente zijn RNI-registraties geleverd.'
ELSE 'Over levering door deze gemeente is niets bekend.' END %]</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
