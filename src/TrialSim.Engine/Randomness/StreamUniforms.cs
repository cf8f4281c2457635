using TrialSim.Engine.Patients;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The first uniforms of one stream, many of them at once, where the machine draws several at a time as fast as one: bit for bit those of <see cref="Draws.NextUniform"/>.
/// One instance serves one worker.
/// </summary>
/// <param name="purpose">A <see cref="Purpose"/> or a <see cref="Model.Truth.NamedPurpose"/>.</param>
internal sealed class StreamUniforms(uint purpose)
{
    private const int UniformsOfBlock = 2;
    private const int UniformsAtATime = UniformsOfBlock * WideDraws.Width;

    private readonly double[] _firsts = new double[WideDraws.Width];
    private readonly double[] _seconds = new double[WideDraws.Width];
    private double[] _uniforms = [];

    /// <summary>The first uniforms of a patient's stream.</summary>
    /// <param name="patient">Whose draws.</param>
    /// <param name="count">How many.</param>
    /// <returns>A view of this object's buffer, good until the next call.</returns>
    public ReadOnlySpan<double> Draw(PatientKey patient, int count)
    {
        int room = (count + UniformsAtATime - 1) / UniformsAtATime * UniformsAtATime;
        _uniforms = _uniforms.Length < room ? new double[room] : _uniforms;
        if (WideDraws.IsFast && count > UniformsOfBlock)
        {
            for (int first = 0; first < count; first += UniformsAtATime)
            {
                FillPart(patient, _uniforms.AsSpan(first, UniformsAtATime), first / UniformsOfBlock);
            }
        }
        else
        {
            Draws draws = patient.Draws(purpose, occasion: 0);
            foreach (ref double uniform in _uniforms.AsSpan(0, count))
            {
                uniform = draws.NextUniform();
            }
        }

        return _uniforms.AsSpan(0, count);
    }

    private void FillPart(PatientKey patient, Span<double> part, int firstBlock)
    {
        WideDraws.FillPairs(patient, purpose, (uint)firstBlock, _firsts, _seconds);
        for (int block = 0; block < WideDraws.Width; block++)
        {
            part[2 * block] = _firsts[block];
            part[(2 * block) + 1] = _seconds[block];
        }
    }
}
