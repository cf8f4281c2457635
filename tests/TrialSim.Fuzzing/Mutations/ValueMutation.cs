using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>Puts hostile values in the place of single values of a scenario, written as YAML writes them or as they are.</summary>
internal static class ValueMutation
{
    private const string Mark = "hostile-value-here";

    /// <summary>A scenario with one or two other values.</summary>
    public static string Of(string source, Chance chance)
    {
        YamlTree tree = YamlTree.Parse(source);
        YamlPlace[] values = [.. tree.Places().Where(place => place.Node is YamlScalarNode)];
        string raw = Hostile.Text(chance);
        for (int left = chance.Between(1, 2); left > 0; left--)
        {
            YamlPlace place = chance.Pick(values);
            string now = ((YamlScalarNode)place.Node).Value!;
            place.Put(new YamlScalarNode(chance.Below(8) switch
            {
                0 or 1 => Mark, // Written as it is, with whatever that does to the file.
                2 => ((YamlScalarNode)chance.Pick(values).Node).Value,
                3 => chance.Pick(values).Key is YamlScalarNode key ? key.Value : now,
                4 or 5 => Nearby(now, chance),
                _ => Hostile.Text(chance),
            }));
        }

        return tree.Write().Replace(Mark, raw, StringComparison.Ordinal);
    }

    // Another number of the same form, with the same unit.
    private static string Nearby(string text, Chance chance)
    {
        int length = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (!double.TryParse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return text + chance.Pick(Hostile.Texts);
        }

        double changed = chance.Below(8) switch
        {
            0 => number * Math.Pow(10.0, chance.Between(-12, 12)),
            1 => -number,
            2 => number + 1,
            3 => number - 1,
            4 => Math.BitIncrement(number),
            5 => 0,
            6 => number * 2,
            _ => number / 3,
        };
        return changed.ToString("R", CultureInfo.InvariantCulture) + text[length..];
    }
}
