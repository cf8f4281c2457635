using System.Runtime.CompilerServices;
using TrialSim.Engine.Patients;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The two uniforms of each occasion of one purpose, such as a patient's visits of one schedule, for a patient at a time: some occasions are drawn in advance where the machine draws several
/// at a time as fast as one. Bit for bit those of <see cref="PatientKey.Draws"/>. One instance serves one worker.
/// </summary>
/// <param name="purpose">A <see cref="Model.Truth.NamedPurpose"/>.</param>
internal sealed class OccasionUniforms(uint purpose)
{
    private const int None = -1;

    private readonly double[] _firsts = new double[WideDraws.Width];
    private readonly double[] _seconds = new double[WideDraws.Width];
    private PatientKey _patient;
    private int _part = None;

    /// <summary>The uniforms of an occasion.</summary>
    /// <param name="patient">Whose draws.</param>
    /// <param name="occasion">Number of the occasion, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double First, double Second) Of(PatientKey patient, int occasion)
    {
        if (occasion / WideDraws.Width != _part || patient != _patient)
        {
            Draw(patient, occasion / WideDraws.Width);
        }

        return (_firsts[occasion % WideDraws.Width], _seconds[occasion % WideDraws.Width]);
    }

    private void Draw(PatientKey patient, int part)
    {
        (_patient, _part) = (patient, part);
        int first = part * WideDraws.Width;
        if (WideDraws.IsFast)
        {
            WideDraws.FillPairs(patient, purpose, (uint)first, _firsts, _seconds);
            return;
        }

        for (int place = 0; place < WideDraws.Width; place++)
        {
            Draws draws = patient.Draws(purpose, first + place);
            _firsts[place] = draws.NextUniform();
            _seconds[place] = draws.NextUniform();
        }
    }
}
