using System.Globalization;

namespace TrialSim.Validation.Tests.Cases;

/// <summary>Compares a number with a figure as it is printed. Nothing can be asked beyond half a unit of the last printed digit.</summary>
internal static class Printed
{
    /// <summary>Agrees in every printed digit.</summary>
    public static void Digits(string printed, double actual) => Within(printed, actual, 0.0);

    /// <summary>Agrees but for two units of the last printed digit, which the printing program's own search has left.</summary>
    public static void AllButTheLastDigit(string printed, double actual) => Within(printed, actual, 2.0 * LastDigit(printed));

    /// <inheritdoc cref="AllButTheLastDigit(string, double)"/>
    public static void AllButTheLastDigit(string printed, IReadOnlyList<double> actual) => ForEach(printed, actual, AllButTheLastDigit);

    /// <summary>Class E, exact: to 1e-6 of the figure, where the printing program is less exact than it prints.</summary>
    public static void Exact(string printed, double actual) => Within(printed, actual, 1e-6 * Math.Abs(Value(printed)));

    /// <summary>Class N, numerical integration: to 1e-4 on Z and on probability.</summary>
    public static void Numerical(string printed, double actual) => Within(printed, actual, 1e-4);

    /// <summary>Agrees in every printed digit of every figure.</summary>
    /// <param name="printed">Separated by spaces.</param>
    /// <param name="actual">As many numbers.</param>
    public static void Digits(string printed, IReadOnlyList<double> actual) => ForEach(printed, actual, Digits);

    private static void ForEach(string printed, IReadOnlyList<double> actual, Action<string, double> compare)
    {
        string[] figures = printed.Split(' ');
        Assert.Equal(figures.Length, actual.Count);
        for (int i = 0; i < figures.Length; i++)
        {
            compare(figures[i], actual[i]);
        }
    }

    private static void Within(string printed, double actual, double tolerance)
    {
        double limit = Math.Max(tolerance, 0.51 * LastDigit(printed));
        Assert.True(Math.Abs(actual - Value(printed)) <= limit, $"printed {printed}, found {actual:R}, further away than {limit}");
    }

    private static double Value(string printed) => double.Parse(printed, CultureInfo.InvariantCulture);

    private static double LastDigit(string printed)
    {
        string[] parts = printed.Split('e');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        int exponent = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        return Math.Pow(10, exponent - decimals);
    }
}
