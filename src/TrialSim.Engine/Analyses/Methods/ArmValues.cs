namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The numbers of one arm, in a buffer that it owns.</summary>
/// <param name="patients">Most patients.</param>
internal sealed class ArmValues(int patients)
{
    private readonly double[] _values = new double[patients];

    /// <summary>The numbers of an arm's patients.</summary>
    /// <returns>A view of this object's buffer, good until the next call.</returns>
    public ReadOnlySpan<double> Of(int arm, in EndpointData data)
    {
        int count = 0;
        ReadOnlySpan<byte> arms = data.InScreeningOrder.Arm;
        for (int entry = 0; entry < arms.Length; entry++)
        {
            if (arms[entry] == arm)
            {
                _values[count++] = data.Values[entry];
            }
        }

        return _values.AsSpan(0, count);
    }
}
