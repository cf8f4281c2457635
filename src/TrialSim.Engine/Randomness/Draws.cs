using System.Runtime.CompilerServices;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The draws of one patient of one replicate for one purpose. Any of them can be had without any other:
/// the counter is (block, purpose, patient, replicate) and the key is the seed. The arm is not part of it, so luck is the same in every arm.
/// </summary>
public ref struct Draws
{
    internal const double TwoToMinus53 = 1.0 / (1UL << 53);

    private readonly ulong _seed;
    private readonly uint _replicate;
    private readonly uint _patient;
    private readonly uint _purpose;
    private uint _block;
    private ulong _spare;
    private bool _hasSpare;

    /// <summary>The draws for a built-in purpose.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Screening order of the patient, from 0.</param>
    /// <param name="purpose">What the draws are for.</param>
    public Draws(ulong seed, uint replicate, uint patient, Purpose purpose)
        : this(seed, replicate, patient, (uint)purpose)
    {
    }

    /// <summary>The draws for a purpose given by its key.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Screening order of the patient, from 0.</param>
    /// <param name="purpose">A <see cref="Purpose"/> or a <see cref="Model.Truth.NamedPurpose"/>.</param>
    public Draws(ulong seed, uint replicate, uint patient, uint purpose)
    {
        _seed = seed;
        _replicate = replicate;
        _patient = patient;
        _purpose = purpose;
        _block = 0;
        _spare = 0;
        _hasSpare = false;
    }

    /// <summary>The draws for one of several occasions of the same purpose, such as a patient's third session: two uniforms each, which no other occasion can shift.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Screening order of the patient, from 0.</param>
    /// <param name="purpose">A <see cref="Model.Truth.NamedPurpose"/>.</param>
    /// <param name="occasion">Number of the occasion.</param>
    public Draws(ulong seed, uint replicate, uint patient, uint purpose, uint occasion)
        : this(seed, replicate, patient, purpose) => _block = occasion;

    /// <summary>The next uniform, strictly between 0 and 1, so that log and quantiles are finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform()
    {
        ulong bits;
        if (_hasSpare)
        {
            bits = _spare;
            _hasSpare = false;
        }
        else
        {
            PhiloxBlock block = Philox4x32.Block(new PhiloxBlock(_block++, _purpose, _patient, _replicate), _seed);
            bits = ((ulong)block.Word1 << 32) | block.Word0;
            _spare = ((ulong)block.Word3 << 32) | block.Word2;
            _hasSpare = true;
        }

        // The half keeps 0 out, the minimum keeps 1 out: with all bits set the sum rounds up to 2⁵³.
        return Math.Min(((bits >> 11) + 0.5) * TwoToMinus53, 1.0 - TwoToMinus53);
    }

    /// <summary>The next unit exponential, by inversion: positive and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextExponential() => -NaturalLogarithm.Of(NextUniform());

    /// <summary>The next whole number 0…<paramref name="count"/> − 1, each equally likely, by inversion.</summary>
    /// <param name="count">How many there are, 1…2²⁰, so that the inequality of the shares stays below 2⁻³².</param>
    public int NextIndex(int count) => IndexAt(NextUniform(), count);

    /// <summary>What <see cref="NextIndex"/> makes of its uniform.</summary>
    internal static int IndexAt(double uniform, int count) => (int)(uniform * count);
}
