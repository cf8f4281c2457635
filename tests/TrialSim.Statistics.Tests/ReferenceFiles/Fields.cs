using System.Text.Json;

namespace TrialSim.Statistics.Tests.ReferenceFiles;

/// <summary>Walks the fields of a JSON object, each of which must be asserted: a field that nobody knows fails the test, and so does one that is missing.</summary>
internal static class Fields
{
    internal static void Assert(JsonElement element, Dictionary<string, Action<JsonElement>> assertions)
    {
        string[] found = [.. element.EnumerateObject().Select(field => field.Name)];
        string[] unknown = [.. found.Except(assertions.Keys)];
        Xunit.Assert.True(unknown.Length == 0, $"nobody asserts {string.Join(", ", unknown)}");
        foreach (JsonProperty field in element.EnumerateObject())
        {
            assertions[field.Name](field.Value);
        }
    }

    /// <summary>A name, a version, a note.</summary>
    internal static void Said(JsonElement element) => Xunit.Assert.NotEqual(JsonValueKind.Null, element.ValueKind);

    /// <summary>What the library does not compute, each with its reason in docs/differences-from-r.md.</summary>
    internal static void NotOurs(JsonElement element) => Said(element);

    internal static Action<JsonElement> Is(double actual, double relative, double absolute = 1e-12) => expected => Close.Relative(expected.GetDouble(), actual, relative, absolute);

    internal static Action<JsonElement> Are(IEnumerable<double> actual, double relative, double absolute = 1e-12) => expected =>
    {
        double[] values = [.. expected.EnumerateArray().Select(value => value.GetDouble())];
        double[] ours = [.. actual];
        Xunit.Assert.Equal(values.Length, ours.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Close.Relative(values[i], ours[i], relative, absolute);
        }
    };

    internal static Action<JsonElement> AreMatrix(int order, Func<int, int, double> actual, double relative, double absolute = 1e-12) => expected =>
    {
        Xunit.Assert.Equal(order, expected.GetArrayLength());
        for (int i = 0; i < order; i++)
        {
            Are(Enumerable.Range(0, order).Select(j => actual(i, j)), relative, absolute)(expected[i]);
        }
    };
}
