using TrialSim.Scenarios;

namespace TrialSim.Cli.Sweeps;

/// <summary>What a key is varied over, as the command line takes it: <c>100,150,200</c>, <c>0.6:0.9:4</c>, <c>5d:60d:4:log</c>, or YAML in brackets.</summary>
internal static class VaryText
{
    /// <summary>The key and its values as YAML; false where the text is neither a list nor a range.</summary>
    public static bool TryParse(string text, out Setting varied)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string values = equals < 0 ? "" : text[(equals + 1)..].Trim();
        varied = new Setting(equals < 0 ? "" : text[..equals].Trim(), values);
        if (varied.Key.Length == 0 || values.Length == 0)
        {
            return false;
        }

        string[] parts = values.Split(':');
        string? yaml = values[0] is '[' or '{' ? values : parts switch
        {
            [string list] => $"[{list}]",
            [string from, string to, string steps] => $"{{from: {from}, to: {to}, steps: {steps}}}",
            [string from, string to, string steps, string scale] => $"{{from: {from}, to: {to}, steps: {steps}, scale: {scale}}}",
            _ => null,
        };
        varied = varied with { Value = yaml ?? "" };
        return yaml is not null;
    }
}
