<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips|AttributeTable" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="klasse" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <categories>
   <category value="minder dan 5 per km2" symbol="0" label="minder dan 5 per km2" type="string" render="true"/>
   <category value="5 tot 10 per km2" symbol="1" label="5 tot 10 per km2" type="string" render="true"/>
   <category value="10 tot 25 per km2" symbol="2" label="10 tot 25 per km2" type="string" render="true"/>
   <category value="25 tot 50 per km2" symbol="3" label="25 tot 50 per km2" type="string" render="true"/>
   <category value="50 tot 100 per km2" symbol="4" label="50 tot 100 per km2" type="string" render="true"/>
   <category value="100 tot 250 per km2" symbol="5" label="100 tot 250 per km2" type="string" render="true"/>
   <category value="250 tot 500 per km2" symbol="6" label="250 tot 500 per km2" type="string" render="true"/>
   <category value="500 of meer per km2" symbol="7" label="500 of meer per km2" type="string" render="true"/>
  </categories>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="253,238,176,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="253,213,134,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="253,184,99,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
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
     <Option name="color" value="244,136,73,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
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
     <Option name="color" value="219,92,104,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
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
     <Option name="color" value="177,42,144,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
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
     <Option name="color" value="122,27,139,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
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
     <Option name="color" value="59,15,112,255" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="90,90,90,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.1" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{root}">
   <rule key="{waarde}" scalemindenom="1" scalemaxdenom="60000" description="waarde">
    <settings>
     <text-style fieldName="waarde" isExpression="0" fontFamily="Open Sans" fontSize="8.5" fontSizeUnit="Point" fontWeight="63" namedStyle="SemiBold" textColor="40,40,40,255">
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
     </text-style>
     <placement placement="1" centroidWhole="1" centroidInside="1" placementFlags="10" priority="4"/>
     <rendering drawLabels="1" displayAll="0" obstacle="0"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <fieldConfiguration>
  <field name="fid" configurationFlags="HideFromWms|HideFromWfs"/>
  <field name="regio_id" configurationFlags="None"/>
  <field name="gemeentecode" configurationFlags="None"/>
  <field name="waarde" configurationFlags="None"/>
  <field name="klasse" configurationFlags="None"/>
  <field name="dichtheid_km2" configurationFlags="None"/>
  <field name="verblijfsobjecten" configurationFlags="None"/>
  <field name="sdc_status" configurationFlags="None"/>
  <field name="peildatum" configurationFlags="None"/>
  <field name="resolutie" configurationFlags="None"/>
  <field name="cellen" configurationFlags="None"/>
 </fieldConfiguration>
 <mapTip>&lt;div style=&quot;font-family: Open Sans, sans-serif; max-width: 26em&quot;&gt;[% if(&quot;waarde&quot; IS NULL, 'In dit gebied zijn er &lt;b&gt;' || &quot;klasse&quot; || '&lt;/b&gt; RNI-registraties', 'In dit gebied staan ongeveer &lt;b&gt;' || format_number(&quot;waarde&quot;, 0, 'nl') || ' RNI-registraties&lt;/b&gt; (' || format_number(&quot;dichtheid_km2&quot;, 1, 'nl') || ' per km2)') %] op [% format_date(to_date(&quot;peildatum&quot;), 'd MMMM yyyy', 'nl') %] of eerder[% if(&quot;verblijfsobjecten&quot; IS NULL, '', ', bij ' || format_number(&quot;verblijfsobjecten&quot;, 0, 'nl') || ' BAG-objecten in gebruik') %].[% if(&quot;sdc_status&quot; = 'samengevoegd', ' Het gebied bestaat uit hexagonen die samen zijn genomen.', '') %]&lt;br/&gt;&lt;small&gt;Afgerond; een aanwijzing, geen vaststelling. Waar geen gebied is, is het aantal onbekend en niet nul.&lt;/small&gt;&lt;/div&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
