using System.Globalization;

namespace TrialSim.Results.Tables;

/// <summary>
/// A cell of a table, still a value, so that it is written without a string of its own. Invariant culture, doubles that round-trip, empty for missing; the infinities are Inf and -Inf, which R and pandas
/// both read.
/// </summary>
public readonly struct Cell
{
    private readonly string? _text;
    private readonly long _bits;
    private readonly CellKind _kind;

    private Cell(CellKind kind, string? text, long bits)
    {
        _kind = kind;
        _text = text;
        _bits = bits;
    }

    private double Number => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>An empty cell.</summary>
    public static Cell Missing => default;

    /// <summary>A name or a word.</summary>
    public static Cell Of(string text) => new(CellKind.Text, text, 0);

    /// <summary>A number.</summary>
    public static Cell Of(double value) => value switch
    {
        double.PositiveInfinity => Of("Inf"),
        double.NegativeInfinity => Of("-Inf"),
        _ => new(CellKind.Number, null, BitConverter.DoubleToInt64Bits(value)),
    };

    /// <summary>A number, or empty.</summary>
    public static Cell Of(double? value) => value is double number ? Of(number) : Missing;

    /// <summary>A whole number.</summary>
    public static Cell Of(long value) => new(CellKind.WholeNumber, null, value);

    /// <summary>A name or a word.</summary>
    public static implicit operator Cell(string text) => Of(text);

    /// <summary>The text, where it is one; false for numbers, which are written by <see cref="TryFormat"/>.</summary>
    internal bool TryText(out string text)
    {
        text = _text ?? "";
        return _kind == CellKind.Text;
    }

    /// <summary>Writes a number.</summary>
    internal bool TryFormat(Span<byte> destination, out int written) => _kind == CellKind.Number
        ? Number.TryFormat(destination, out written, "R", CultureInfo.InvariantCulture)
        : _bits.TryFormat(destination, out written, provider: CultureInfo.InvariantCulture);

    /// <summary>What is written, without quotes.</summary>
    public override string ToString() => _kind switch
    {
        CellKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.WholeNumber => _bits.ToString(CultureInfo.InvariantCulture),
        _ => _text ?? "",
    };
}
