<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{v_hoog}" symbol="0" label="vakantiepark, zekerheid hoog" filter="&quot;zekerheid&quot; = 'hoog'"/>
   <rule key="{v_midden}" symbol="1" label="vakantiepark, zekerheid midden" filter="&quot;zekerheid&quot; = 'midden'"/>
   <rule key="{v_laag}" symbol="2" label="vakantiepark, zekerheid laag" filter="&quot;zekerheid&quot; = 'laag'"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,114,178,70" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,114,178,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.6" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,114,178,40" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,114,178,255" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.5" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,114,178,15" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,114,178,255" type="QString"/>
     <Option name="outline_style" value="dot" type="QString"/>
     <Option name="outline_width" value="0.4" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>VERTROUWELIJK. &lt;b&gt;[% replace(replace(coalesce("naam", 'Park zonder bekende naam'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;[% replace(replace(coalesce("bewijs", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;Eenheden: [% coalesce(to_string("eenheden"), 'onbekend') %]. RNI-registraties: [% coalesce(to_string("registraties"), 'onbekend') %], peildatum [% coalesce("peildatum", 'onbekend') %].&lt;br&gt;&lt;br&gt;Bronnen: [% replace(replace(coalesce("bronnen", 'niet genoemd'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]. Zekerheid: [% coalesce("zekerheid", 'onbekend') %].&lt;br&gt;&lt;i&gt;Een aanwijzing om na te gaan, geen vaststelling.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
