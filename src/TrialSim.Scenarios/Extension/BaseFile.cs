namespace TrialSim.Scenarios.Extension;

/// <summary>A file that a scenario extends, or why it cannot be read.</summary>
public sealed record BaseFile
{
    private BaseFile(string name, ReadOnlyMemory<byte> content, string fault) => (Name, Content, Fault) = (name, content, fault);

    /// <summary>Its name, for messages, and for what it extends itself.</summary>
    public string Name { get; }

    /// <summary>Its bytes; empty where it cannot be read.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Why it cannot be read, in sentences that say what to write; empty where it can.</summary>
    public string Fault { get; }

    /// <summary>A file that was read.</summary>
    public static BaseFile Found(string name, ReadOnlyMemory<byte> content) => new(name, content, string.Empty);

    /// <summary>A file that cannot be read.</summary>
    public static BaseFile Missing(string name, string fault) => new(name, ReadOnlyMemory<byte>.Empty, fault);
}
