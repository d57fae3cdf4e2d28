<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{nul}" symbol="2" label="geen registraties bekend" filter='"adressen" = 0 AND "aandeel_eb" IS NOT NULL'/>
   <rule key="{k1}" symbol="3" label="minder dan 1" filter='"adressen" &gt; 0 AND "aandeel_eb" &lt; 0.01'/>
   <rule key="{k2}" symbol="4" label="1 tot 2" filter='"adressen" &gt; 0 AND "aandeel_eb" &gt;= 0.01 AND "aandeel_eb" &lt; 0.02'/>
   <rule key="{k3}" symbol="5" label="2 tot 5" filter='"adressen" &gt; 0 AND "aandeel_eb" &gt;= 0.02 AND "aandeel_eb" &lt; 0.05'/>
   <rule key="{k4}" symbol="6" label="5 tot 10" filter='"adressen" &gt; 0 AND "aandeel_eb" &gt;= 0.05 AND "aandeel_eb" &lt; 0.1'/>
   <rule key="{k5}" symbol="7" label="10 of meer" filter='"adressen" &gt; 0 AND "aandeel_eb" &gt;= 0.1'/>
   <rule key="{onzeker}" symbol="8" label="onzeker: minder dan 4 adressen" filter='"adressen" &gt; 0 AND "adressen" &lt; 4'/>
   <rule key="{geen-bag}" symbol="1" label="onbekend: geen BAG-adressen in gebruik" filter='"adressen" IS NOT NULL AND "aandeel_eb" IS NULL'/>
   <rule key="{geen-levering}" symbol="0" label="onbekend: geen levering" filter='"adressen" IS NULL'/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="255,255,255,200" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="140,140,140,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="45" type="QString"/>
     <Option name="distance" value="1.1" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="100,100,100,255" type="QString"/>
    </Option>
    <symbol name="@0@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="100,100,100,255" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="line_style" value="solid" type="QString"/>
    </Option>
   </layer>
    </symbol>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="255,255,255,200" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="140,140,140,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="135" type="QString"/>
     <Option name="distance" value="1.1" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="100,100,100,255" type="QString"/>
    </Option>
    <symbol name="@1@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="100,100,100,255" type="QString"/>
     <Option name="line_width" value="0.15" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="line_style" value="solid" type="QString"/>
    </Option>
   </layer>
    </symbol>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="226,222,214,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="150,146,138,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="199,233,180,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="120,198,170,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="65,182,196,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="44,127,184,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="37,52,148,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,120" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="130,130,130,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="0,0,0,0" type="QString"/>
     <Option name="outline_style" value="no" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties" type="Map">
       <Option name="fillColor" type="Map">
        <Option name="active" value="true" type="bool"/>
        <Option name="expression" value="if($id IS NULL, '130,130,130,255', '0,0,0,0')" type="QString"/>
        <Option name="type" value="3" type="int"/>
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" value="0" type="QString"/>
     <Option name="distance" value="1.3" type="QString"/>
     <Option name="distance_unit" value="MM" type="QString"/>
     <Option name="line_width" value="0.45" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="color" value="255,255,255,215" type="QString"/>
    </Option>
    <symbol name="@8@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleLine" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="line_color" value="255,255,255,215" type="QString"/>
     <Option name="line_width" value="0.45" type="QString"/>
     <Option name="line_width_unit" value="MM" type="QString"/>
     <Option name="line_style" value="solid" type="QString"/>
    </Option>
   </layer>
    </symbol>
   </layer>
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="0,0,0,0" type="QString"/>
     <Option name="style" value="no" type="QString"/>
     <Option name="outline_color" value="90,90,90,200" type="QString"/>
     <Option name="outline_style" value="dash" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>[% CASE
WHEN "adressen" IS NULL THEN 'Voor dit gebied is geen levering: het aantal is onbekend, niet nul.'
WHEN "adressen" = 0 THEN 'In dit gebied zijn geen adressen met een RNI-registratie bekend. Dat wil niet zeggen dat er niemand woont.'
WHEN "adressen" &lt; 5 THEN 'In dit gebied hebben minder dan 5 van de ' || coalesce(format_number("verblijfsobjecten", 0, 'nl'), '?') || ' BAG-adressen een of meer RNI-registraties. Bij zo weinig adressen staat hier geen aandeel.'
ELSE 'In dit gebied hebben ' || format_number("adressen", 0, 'nl') || ' van de ' || coalesce(format_number("verblijfsobjecten", 0, 'nl'), '?') || ' BAG-adressen een of meer RNI-registraties'
 || CASE WHEN "aandeel_eb" IS NULL THEN '.' ELSE ' (gecorrigeerd voor kleine aantallen ' || format_number(100 * "aandeel_eb", 1, 'nl') || ' op de 100).' END
 || CASE WHEN attribute('aandeel_ondergrens') IS NULL THEN '' ELSE ' Geteld: ' || format_number(100 * "aandeel", 1, 'nl') || ' op de 100 (80 %-interval ' || format_number(100 * attribute('aandeel_ondergrens'), 1, 'nl') || '-' || format_number(100 * attribute('aandeel_bovengrens'), 1, 'nl') || ').' END
END %]&lt;br&gt;Peildatum [% coalesce("peildatum", 'onbekend') %]. &lt;i&gt;Een aanwijzing, geen vaststelling: de RNI is vrijwillig, kent alleen het eerste adres en wordt niet gecontroleerd.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>0.85</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
