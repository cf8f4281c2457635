namespace TrialSim.Cli.Validation;

/// <summary>A folder of validation cases and their inputs, wherever it lies. Names are paths within it, with <c>/</c>.</summary>
internal interface ICaseFiles
{
    /// <summary>Where it lies, for a person.</summary>
    public string Place { get; }

    /// <summary>Whether they are part of the program.</summary>
    public bool AreShipped { get; }

    /// <summary>The files of cases: those at its top whose names end with <c>.yaml</c>, in the order of their names.</summary>
    public IReadOnlyList<string> Cases { get; }

    /// <summary>What a file is called in messages.</summary>
    public string NameOf(string file);

    /// <summary>Whether there is a file.</summary>
    public bool Has(string file);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="UserInputException">It cannot be read.</exception>
    public byte[] Read(string file);
}
