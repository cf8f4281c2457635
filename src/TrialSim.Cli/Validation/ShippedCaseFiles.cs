namespace TrialSim.Cli.Validation;

/// <summary>The cases that are part of the program, with their inputs.</summary>
internal sealed class ShippedCaseFiles : ICaseFiles
{
    /// <summary>What the names of the resources begin with; the project file gives them.</summary>
    private const string Prefix = "validation/";

    /// <inheritdoc/>
    public string Place => "shipped with the program";

    /// <inheritdoc/>
    public bool AreShipped => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Cases { get; } = [.. All.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) && !name.Contains('/'))];

    /// <summary>Every file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(ShippedCaseFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public string NameOf(string file) => file;

    /// <inheritdoc/>
    public bool Has(string file) => All.Contains(file);

    /// <inheritdoc/>
    public byte[] Read(string file)
    {
        using Stream stream = typeof(ShippedCaseFiles).Assembly.GetManifestResourceStream(Prefix + file)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
