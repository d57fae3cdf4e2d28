<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="45" type="QString"/>
     <Option name="distance" value="1.6" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="140,140,140,255" type="QString"/>
    </Option>
    <symbol name="@0@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="140,140,140,255" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="line_style" value="solid" type="QString"/>
    </Option>
   </layer>
    </symbol>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>Hier is niets gepubliceerd: het aantal is onbekend, niet nul.</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
