using TrialSim.Engine.Patients;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The two uniforms of each occasion of one purpose, such as a patient's sessions of one procedure, where patients are derived one after the other: an occasion of some neighbours is drawn with
/// the first of them who comes to it, where the machine draws several at a time nearly as fast as one. Bit for bit those of <see cref="PatientKey.Draws"/>. One instance serves one worker.
/// </summary>
/// <param name="purpose">A <see cref="Purpose"/> or a <see cref="Model.Truth.NamedPurpose"/>.</param>
/// <param name="protocol">Where sessions wait for slots, patients take turns, and each is drawn alone.</param>
internal sealed class NeighbourUniforms(uint purpose, TrialProtocol protocol)
{
    // Few patients come to later occasions, so that most of what is drawn would be in vain.
    private const int Occasions = 8;

    private readonly bool _isWide = !protocol.NeedsResources && WideDraws.IsFast;
    private readonly double[] _firsts = new double[Occasions * WideDraws.Width];
    private readonly double[] _seconds = new double[Occasions * WideDraws.Width];
    private readonly PatientKey[] _drawnFor = new PatientKey[Occasions];
    private readonly bool[] _isDrawn = new bool[Occasions];

    /// <summary>The uniforms of an occasion.</summary>
    /// <param name="patient">Whose draws.</param>
    /// <param name="occasion">Number of the occasion, from 0.</param>
    public (double First, double Second) Of(PatientKey patient, int occasion)
    {
        if (!_isWide || occasion >= Occasions)
        {
            Draws draws = patient.Draws(purpose, occasion);
            double first = draws.NextUniform();
            return (first, draws.NextUniform());
        }

        int place = (occasion * WideDraws.Width) + (int)(patient.Patient % WideDraws.Width);
        PatientKey neighbourhood = patient with { Patient = patient.Patient / WideDraws.Width * WideDraws.Width };
        if (!_isDrawn[occasion] || _drawnFor[occasion] != neighbourhood)
        {
            _isDrawn[occasion] = true;
            _drawnFor[occasion] = neighbourhood;
            int from = occasion * WideDraws.Width;
            WideDraws.FillPairsOfNeighbours(neighbourhood, purpose, (uint)occasion, _firsts.AsSpan(from, WideDraws.Width), _seconds.AsSpan(from, WideDraws.Width));
        }

        return (_firsts[place], _seconds[place]);
    }
}
