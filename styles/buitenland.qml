<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{b_onbekend}" symbol="0" label="over de landsgrens: onbekend" filter="TRUE"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="110,110,110,160" type="QString"/>
     <Option name="style" value="b_diagonal" type="QString"/>
     <Option name="outline_color" value="110,110,110,160" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.3" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% coalesce("naam", 'Over de landsgrens') %] [% coalesce('(' || "land" || ')', '') %]&lt;/b&gt;&lt;br&gt;[% coalesce("toelichting", 'Buiten Nederland: aantallen onbekend, geen nul.') %]&lt;br&gt;&lt;i&gt;De RNI gaat alleen over Nederland; hier kan geen aanwijzing worden gegeven.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
