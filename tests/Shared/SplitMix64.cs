namespace TrialSim.Tests;

/// <summary>Steele, Lea and Flood's SplitMix64 (2014): a generator small enough to be read, for draws in tests.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public int NextBelow(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Strictly between 0 and 1.</summary>
    public double NextUniform() => ((Next() >> 11) + 0.5) / (1UL << 53);

    public double NextExponential(double mean) => -mean * Math.Log(NextUniform());
}
