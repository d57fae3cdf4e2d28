<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{p1}" symbol="0" label="1 registratie" filter='"registraties" = 1'/>
   <rule key="{p2}" symbol="1" label="2 tot 4" filter='"registraties" &gt;= 2 AND "registraties" &lt;= 4'/>
   <rule key="{p3}" symbol="2" label="5 tot 9" filter='"registraties" &gt;= 5 AND "registraties" &lt;= 9'/>
   <rule key="{p4}" symbol="3" label="10 of meer" filter='"registraties" &gt;= 10'/>
  </rules>
  <symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="242,182,50,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="1.6" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="242,182,50,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="2.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="242,182,50,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="3.2" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString"/>
     <Option name="color" value="242,182,50,255" type="QString"/>
     <Option name="outline_color" value="60,60,60,255" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="4.4" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>VERTROUWELIJK. Op dit adres [% CASE WHEN "registraties" IS NULL THEN 'is het aantal RNI-registraties onbekend' WHEN "registraties" = 1 THEN 'staat 1 RNI-registratie' ELSE 'staan ' || "registraties" || ' RNI-registraties' END %] op peildatum [% coalesce("peildatum", 'onbekend') %].&lt;br&gt;Het adres is aan de BAG gekoppeld [% CASE WHEN "match_niveau" = 1 THEN 'op zijn nummer in de BAG' WHEN "match_niveau" = 2 THEN 'op het volledige adres' WHEN "match_niveau" = 3 THEN 'op postcode en huisnummer, zonder toevoeging' WHEN "match_niveau" = 4 THEN 'op straat en plaats' WHEN "match_niveau" = 5 THEN 'met de hand' ELSE 'op een onbekende manier' END %].&lt;br&gt;&lt;i&gt;Niet gecontroleerd: een aanwijzing, geen vaststelling.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
