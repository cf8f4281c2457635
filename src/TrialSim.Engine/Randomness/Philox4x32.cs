using System.Runtime.CompilerServices;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// Philox4x32-10, a counter-based generator: 128 random bits as a function of a 128-bit counter and a 64-bit key, with no state.
/// Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3".
/// </summary>
public static class Philox4x32
{
    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint KeyStep0 = 0x9E3779B9; // Golden ratio.
    internal const uint KeyStep1 = 0xBB67AE85; // √3 − 1.

    /// <summary>The block of four words at a counter under a key.</summary>
    /// <param name="counter">The counter, least significant word first.</param>
    /// <param name="key">The key, least significant word in the low half.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxBlock Block(PhiloxBlock counter, ulong key)
    {
        (uint c0, uint c1, uint c2, uint c3) = counter;
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        unchecked
        {
            for (int round = 0; round < Rounds; round++)
            {
                ulong product0 = (ulong)Multiplier0 * c0;
                ulong product1 = (ulong)Multiplier1 * c2;
                c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
                c1 = (uint)product1;
                c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
                c3 = (uint)product0;
                k0 += KeyStep0;
                k1 += KeyStep1;
            }
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
