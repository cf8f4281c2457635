using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The natural logarithm of uniforms, one at a time and eight at a time, within one unit in the last place. It is made of additions, multiplications and one division that IEEE 754 rounds,
/// so both forms give the same bits, and every machine does: that of the runtime's mathematical library differs between platforms.
/// </summary>
/// <remarks>
/// x = 2ᵏ·(1 + f) with 1 + f between √½ and √2; s = f/(2 + f); log(1 + f) = 2s + s·z·P(z) with z = s², of which the large part is f − f²/2, known to the last bit
/// (the scheme of the C mathematical libraries since 4.3BSD). P interpolates 2/3 + 2z/5 + 2z²/7 + … at seven Chebyshev nodes; its error is below 2⁻⁵⁷ of the logarithm.
/// </remarks>
internal static class NaturalLogarithm
{
    private const double P0 = 0.666666666666667;
    private const double P1 = 0.3999999999989889;
    private const double P2 = 0.28571428626253836;
    private const double P3 = 0.22222211089379496;
    private const double P4 = 0.1818289243253687;
    private const double P5 = 0.15331611722055008;
    private const double P6 = 0.14617807153417325;

    // log 2 in two parts, of which the first has so few bits that its product with any exponent is exact.
    private const double LogTwoHigh = 0.6931471805598903;
    private const double LogTwoLow = 5.497923018708371e-14;

    private const int MantissaBits = 52;
    private const long MantissaMask = (1L << MantissaBits) - 1;
    private const long OneHalfRoot = 0x3FE6A09E00000000; // √½, to the upper half of its bits.
    private const long OffsetToOne = 0x3FF0000000000000 - OneHalfRoot;
    private const long Bias = 1023;

    /// <summary>The logarithm of a positive, normal, finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x)
    {
        long shifted = BitConverter.DoubleToInt64Bits(x) + OffsetToOne;
        double k = (shifted >> MantissaBits) - Bias;
        double f = BitConverter.Int64BitsToDouble((shifted & MantissaMask) + OneHalfRoot) - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = P0 + (w * (P2 + (w * (P4 + (w * P6)))));
        double odd = P1 + (w * (P3 + (w * P5)));
        double rest = z * (even + (z * odd));
        double half = 0.5 * f * f;
        return (k * LogTwoHigh) - (half - ((s * (half + rest)) + (k * LogTwoLow)) - f);
    }

    /// <summary>The logarithms of eight positive, normal, finite numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OffsetToOne);
        Vector512<double> k = Vector512.ConvertToDouble((shifted >> MantissaBits) - Vector512.Create(Bias));
        Vector512<double> f = ((shifted & Vector512.Create(MantissaMask)) + Vector512.Create(OneHalfRoot)).AsDouble() - Vector512<double>.One;
        Vector512<double> s = f / (Vector512.Create(2.0) + f);
        Vector512<double> z = s * s;
        Vector512<double> w = z * z;
        Vector512<double> even = Vector512.Create(P0) + (w * (Vector512.Create(P2) + (w * (Vector512.Create(P4) + (w * P6)))));
        Vector512<double> odd = Vector512.Create(P1) + (w * (Vector512.Create(P3) + (w * P5)));
        Vector512<double> rest = z * (even + (z * odd));
        Vector512<double> half = f * 0.5 * f;
        return (k * LogTwoHigh) - (half - ((s * (half + rest)) + (k * LogTwoLow)) - f);
    }
}
