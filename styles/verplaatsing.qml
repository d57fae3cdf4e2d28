<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{v_veel_meer}" symbol="0" label="meer dan de regio: 20 % of meer" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; &gt; 0 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &gt;= 0.2"/>
   <rule key="{v_meer}" symbol="1" label="meer dan de regio: 5 tot 20 %" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; &gt; 0 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &gt;= 0.05 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &lt; 0.2"/>
   <rule key="{v_gelijk}" symbol="2" label="zoals de regio: minder dan 5 % verschil" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; &gt; 0 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &gt; -0.05 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &lt; 0.05"/>
   <rule key="{v_minder}" symbol="3" label="minder dan de regio: 5 tot 20 %" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; &gt; 0 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &lt;= -0.05 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &gt; -0.2"/>
   <rule key="{v_veel_minder}" symbol="4" label="minder dan de regio: 20 % of meer" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; &gt; 0 AND &quot;lokale_verschuiving&quot; / &quot;n1&quot; &lt;= -0.2"/>
   <rule key="{v_nul}" symbol="5" label="eerst nul: geen percentage" filter="&quot;lokale_verschuiving&quot; IS NOT NULL AND &quot;n1&quot; = 0"/>
   <rule key="{v_onbekend}" symbol="6" label="onbekend: niet geleverd of niet vergeleken" filter="&quot;lokale_verschuiving&quot; IS NULL"/>
   <rule key="{v_onzeker}" symbol="7" label="kan toeval zijn, of lagen niet zeker vergelijkbaar" filter="&quot;onzeker&quot; = 1"/>
  </rules>
  <symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="94,60,153,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="178,171,210,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="240,240,240,180" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="190,190,190,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="253,184,99,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="230,97,1,220" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="255,255,255,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="255,255,255,160" type="QString"/>
     <Option name="style" value="solid" type="QString"/>
     <Option name="outline_color" value="150,150,150,200" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="110,110,110,200" type="QString"/>
     <Option name="style" value="b_diagonal" type="QString"/>
     <Option name="outline_color" value="150,150,150,160" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleFill" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="color" value="60,60,60,150" type="QString"/>
     <Option name="style" value="dense7" type="QString"/>
     <Option name="outline_color" value="60,60,60,0" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="joinstyle" value="round" type="QString"/>
    </Option>
   </layer>
  </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings>
   <text-style fieldName="' \n \n' || if(&quot;verschil&quot; &gt; 0, '+', '') || to_string(&quot;verschil&quot;) || if(&quot;n1&quot; &gt; 0, ' (' || if(&quot;verschil&quot; &gt; 0, '+', '') || to_string(round(100.0 * &quot;verschil&quot; / &quot;n1&quot;)) || ' %)', '')" isExpression="1" fontFamily="Open Sans" fontSize="8" fontSizeUnit="Point" fontWeight="63" namedStyle="SemiBold" textColor="40,40,40,255">
    <text-buffer bufferDraw="1" bufferSize="1" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
   </text-style>
   <text-format multilineAlign="1" wrapChar="\n"/>
   <placement placement="1" centroidWhole="1" centroidInside="1" placementFlags="10" priority="7"/>
   <rendering drawLabels="1" displayAll="1" obstacle="0"/>
  </settings>
 </labeling>
 <mapTip>&lt;b&gt;[% coalesce("gemeentenaam", "gemeentecode") %]&lt;/b&gt;&lt;br&gt;[% coalesce("toelichting", 'Niet vergeleken: onbekend, niet nul.') %]&lt;br&gt;Vergeleken: [% coalesce("peildatum_1", 'onbekend') %] en [% coalesce("peildatum", 'onbekend') %]. Lagen vergelijkbaar: [% coalesce("vergelijkbaar", 'onbekend') %].&lt;br&gt;&lt;i&gt;Een aanwijzing: aantallen op twee peildata laten nooit zien dat iemand verhuisde. Onbekend is niet nul.&lt;/i&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>2</layerGeometryType>
</qgis>
