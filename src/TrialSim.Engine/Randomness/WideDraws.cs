using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TrialSim.Engine.Patients;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The fast neighbour of <see cref="Draws"/>: eight blocks of <see cref="Philox4x32"/> at a time, of patients or occasions that follow each other. Bit for bit the same. Only for machines on which it
/// <see cref="IsFast"/>.
/// </summary>
internal static class WideDraws
{
    /// <summary>Blocks at a time.</summary>
    public const int Width = 8;

    private const ulong LowWord = 0xFFFFFFFF;

    /// <summary>Whether the machine draws several at a time faster than one after the other.</summary>
    public static bool IsFast => Avx2.IsSupported;

    private static Vector512<ulong> Lanes => Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>The first unit exponentials of consecutive patients.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="first">Screening order of the first patient.</param>
    /// <param name="purpose">A <see cref="Purpose"/> or a <see cref="Model.Truth.NamedPurpose"/>.</param>
    /// <param name="exponentials">Receives one for each patient; a multiple of <see cref="Width"/>.</param>
    public static void FillExponentials(ulong seed, uint replicate, uint first, uint purpose, Span<double> exponentials)
    {
        Vector512<ulong> patients = Vector512.Create((ulong)first) + Lanes;
        Vector512<ulong> purposes = Vector512.Create((ulong)purpose);
        for (int index = 0; index < exponentials.Length; index += Width)
        {
            (Vector512<ulong> word0, Vector512<ulong> word1, _, _) = Block(Vector512<ulong>.Zero, purposes, patients, Vector512.Create((ulong)replicate), seed);
            (-NaturalLogarithm.Of(Uniforms(word0, word1))).CopyTo(exponentials[index..]);
            patients += Vector512.Create((ulong)Width);
        }
    }

    /// <summary>Both uniforms of consecutive occasions of one patient's purpose.</summary>
    /// <param name="patient">Whose draws.</param>
    /// <param name="purpose">A <see cref="Model.Truth.NamedPurpose"/>.</param>
    /// <param name="firstOccasion">Number of the first occasion.</param>
    /// <param name="firsts">Receives the first uniform of <see cref="Width"/> occasions.</param>
    /// <param name="seconds">Receives the second.</param>
    public static void FillPairs(PatientKey patient, uint purpose, uint firstOccasion, Span<double> firsts, Span<double> seconds) =>
        FillPairs(Vector512.Create((ulong)firstOccasion) + Lanes, purpose, Vector512.Create((ulong)patient.Patient), patient, firsts, seconds);

    /// <summary>Both uniforms of one occasion of consecutive patients.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="purpose">A <see cref="Model.Truth.NamedPurpose"/>.</param>
    /// <param name="occasion">Number of the occasion.</param>
    /// <param name="firsts">Receives the first uniform of <see cref="Width"/> patients.</param>
    /// <param name="seconds">Receives the second.</param>
    public static void FillPairsOfNeighbours(PatientKey first, uint purpose, uint occasion, Span<double> firsts, Span<double> seconds) =>
        FillPairs(Vector512.Create((ulong)occasion), purpose, Vector512.Create((ulong)first.Patient) + Lanes, first, firsts, seconds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillPairs(Vector512<ulong> occasions, uint purpose, Vector512<ulong> patients, PatientKey key, Span<double> firsts, Span<double> seconds)
    {
        (Vector512<ulong> word0, Vector512<ulong> word1, Vector512<ulong> word2, Vector512<ulong> word3) =
            Block(occasions, Vector512.Create((ulong)purpose), patients, Vector512.Create((ulong)key.Replicate), key.Seed);
        Uniforms(word0, word1).CopyTo(firsts);
        Uniforms(word2, word3).CopyTo(seconds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniforms(Vector512<ulong> low, Vector512<ulong> high)
    {
        Vector512<ulong> bits = (high << 32) | (low & Vector512.Create(LowWord));
        Vector512<double> uniforms = (Vector512.ConvertToDouble(bits >> 11) + Vector512.Create(0.5)) * Draws.TwoToMinus53;
        return Vector512.Min(uniforms, Vector512.Create(1.0 - Draws.TwoToMinus53));
    }

    // As Philox4x32.Block, a word in the lower half of each lane; what gathers in the upper halves is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Word0, Vector512<ulong> Word1, Vector512<ulong> Word2, Vector512<ulong> Word3) Block(
        Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, ulong seed)
    {
        Vector512<ulong> multiplier0 = Vector512.Create((ulong)Philox4x32.Multiplier0);
        Vector512<ulong> multiplier1 = Vector512.Create((ulong)Philox4x32.Multiplier1);
        uint k0 = (uint)seed;
        uint k1 = (uint)(seed >> 32);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            Vector512<ulong> product0 = MultiplyLowWords(multiplier0, c0);
            Vector512<ulong> product1 = MultiplyLowWords(multiplier1, c2);
            c0 = (product1 >> 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = product1;
            c2 = (product0 >> 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = product0;
            unchecked
            {
                k0 += Philox4x32.KeyStep0;
                k1 += Philox4x32.KeyStep1;
            }
        }

        return (c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyLowWords(Vector512<ulong> a, Vector512<ulong> b) => Avx512F.IsSupported
        ? Avx512F.Multiply(a.AsUInt32(), b.AsUInt32())
        : Vector512.Create(Avx2.Multiply(a.GetLower().AsUInt32(), b.GetLower().AsUInt32()), Avx2.Multiply(a.GetUpper().AsUInt32(), b.GetUpper().AsUInt32()));
}
