package org.assistcounter.devices.climate;

/** What is switched on in a cooled compartment. */
public record ClimateOutputs(boolean isCompressorOn, boolean isFanOn, boolean isHeaterOn) {

    /** Everything off: what stands when nobody says anything. */
    public static final ClimateOutputs OFF = new ClimateOutputs(false, false, false);

    /** What a control wants. */
    public static ClimateOutputs of(ClimateState state) {
        return new ClimateOutputs(state.isCompressorOn(), state.isFanOn(), state.isHeaterOn());
    }
}
