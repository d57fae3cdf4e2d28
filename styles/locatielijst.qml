<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{l_vergunning}" symbol="0" label="vergunning" filter="&quot;soort&quot; = 'vergunning'"/>
   <rule key="{l_certificaat}" symbol="1" label="certificaat (keurmerk)" filter="&quot;soort&quot; = 'certificaat'"/>
   <rule key="{l_bewoners}" symbol="2" label="bewoners volgens een lijst" filter="&quot;soort&quot; = 'bewoners'"/>
   <rule key="{l_leegstand}" symbol="3" label="leegstand volgens een lijst" filter="&quot;soort&quot; = 'leegstand'"/>
   <rule key="{l_signaal}" symbol="4" label="melding of signaal, niet gecontroleerd" filter="&quot;soort&quot; = 'signaal'"/>
   <rule key="{l_controle}" symbol="5" label="controle" filter="&quot;soort&quot; = 'controle'"/>
   <rule key="{l_studentenhuisvesting}" symbol="6" label="studentenhuisvesting" filter="&quot;soort&quot; = 'studentenhuisvesting'"/>
  </rules>
  <symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="square" type="QString"/>
     <Option name="color" value="0,114,178,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.0" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="star" type="QString"/>
     <Option name="color" value="0,114,178,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="4.2" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="0,158,115,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="2.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="cross2" type="QString"/>
     <Option name="color" value="90,90,90,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.6" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="2.8" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="triangle" type="QString"/>
     <Option name="color" value="240,228,66,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="5" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="pentagon" type="QString"/>
     <Option name="color" value="204,121,167,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="6" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="hexagon" type="QString"/>
     <Option name="color" value="86,180,233,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.2" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>VERTROUWELIJK. Dit adres staat op een lijst: [% coalesce("soort", 'soort onbekend') %][% coalesce(', ' || "status", '') %]&lt;br&gt;[% CASE WHEN "soort" IN ('vergunning', 'certificaat', 'studentenhuisvesting') THEN 'Personen of bedden' WHEN "soort" = 'signaal' THEN 'Meldingen' WHEN "soort" = 'controle' THEN 'Personen bij de controle' ELSE 'Bewoners' END %]: [% coalesce(to_string("aantal"), 'onbekend') %]. Datum: [% coalesce("datum", 'onbekend') %][% coalesce(', geldig tot en met ' || "geldig_tot", '') %].&lt;br&gt;Lijst bij peildatum [% coalesce("peildatum", 'onbekend') %].&lt;br&gt;&lt;i&gt;Zoals de lijst het zegt: een aanwijzing, geen vaststelling. Onbekend is niet nul.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
