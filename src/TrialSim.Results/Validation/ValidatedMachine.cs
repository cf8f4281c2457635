namespace TrialSim.Results.Validation;

/// <summary>Where a validation took place.</summary>
/// <param name="Name">The machine's name in its network.</param>
/// <param name="OperatingSystem">Name and version.</param>
/// <param name="Processor">Its name, as the operating system tells it.</param>
/// <param name="Processors">How many the program may use.</param>
/// <param name="InstructionSets">Those of the processor that the program can use.</param>
/// <param name="MemoryMebibytes">Memory that the program may use.</param>
/// <param name="TimeZone">Of the machine; the program takes no notice of it.</param>
/// <param name="Locale">Of the session; the program takes no notice of it.</param>
public sealed record ValidatedMachine(
    string Name, string OperatingSystem, string Processor, int Processors, string InstructionSets, long MemoryMebibytes, string TimeZone, string Locale);
