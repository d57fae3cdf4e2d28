<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{o_boven}" symbol="0" label="boven de norm (indicatie)" filter="coalesce(&quot;uitsluiting&quot;, '') = '' AND &quot;signaal&quot; = 'boven norm (indicatie)'"/>
   <rule key="{o_zelf}" symbol="1" label="zelf beoordelen" filter="coalesce(&quot;uitsluiting&quot;, '') = '' AND &quot;signaal&quot; = 'zelf beoordelen'"/>
   <rule key="{o_adres}" symbol="2" label="mogelijk administratief adres" filter="coalesce(&quot;uitsluiting&quot;, '') = '' AND &quot;signaal&quot; = 'mogelijk administratief adres'"/>
   <rule key="{o_uitgesloten}" symbol="3" label="met een verklaring (zorg, studenten, vergund)" filter="coalesce(&quot;uitsluiting&quot;, '') &lt;&gt; ''"/>
   <rule key="{o_onbekend}" symbol="4" scalemaxdenom="25000" label="niet te bepalen, of norm niet van toepassing" filter="ELSE"/>
  </rules>
  <symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="diamond" type="QString"/>
     <Option name="color" value="230,159,0,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.8" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="diamond" type="QString"/>
     <Option name="color" value="255,255,255,220" type="QString"/>
     <Option name="outline_color" value="230,159,0,255" type="QString"/>
     <Option name="outline_width" value="0.5" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.2" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="cross2" type="QString"/>
     <Option name="color" value="230,159,0,255" type="QString"/>
     <Option name="outline_color" value="160,100,0,255" type="QString"/>
     <Option name="outline_width" value="0.6" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="diamond" type="QString"/>
     <Option name="color" value="255,255,255,160" type="QString"/>
     <Option name="outline_color" value="120,120,120,255" type="QString"/>
     <Option name="outline_width" value="0.3" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="2.2" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="200,200,200,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="1.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>VERTROUWELIJK. &lt;b&gt;[% replace(replace(coalesce("adres", "adresseerbaarobject_id"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;[% replace(replace(coalesce("bewijs", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %][% if(coalesce("uitsluiting", '') = '', '', '&lt;br&gt;Let op: ' || replace(replace("uitsluiting", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') || '.') %]&lt;br&gt;RNI-registraties: [% coalesce(to_string("registraties"), 'onbekend') %], peildatum [% coalesce("peildatum", 'onbekend') %].&lt;br&gt;&lt;br&gt;Bronnen: [% replace(replace(coalesce("bronnen", 'niet genoemd'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]. Capaciteit: [% coalesce(to_string("capaciteit"), 'onbekend') %] bij [% coalesce(to_string("norm_m2"), '?') %] m² per persoon. Zekerheid: [% coalesce("zekerheid", 'onbekend') %].&lt;br&gt;&lt;i&gt;Een aanwijzing om na te gaan, geen vaststelling.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
