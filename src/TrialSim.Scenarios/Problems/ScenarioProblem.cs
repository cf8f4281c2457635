namespace TrialSim.Scenarios.Problems;

/// <summary>Something in a scenario file that its author should know: what was found, what is wrong, what to write, and where.</summary>
/// <param name="File">The file's name as given to the reader, or that of the file it extends; for a setting that replaces a part of it the setting, as in <c>--set key=value</c>.</param>
/// <param name="Line">Line of the place, from 1; 0 for a setting.</param>
/// <param name="Column">Column of the place, from 1, in UTF-16 units; 0 for a setting.</param>
/// <param name="Path">Keys and indices that lead to the place, such as <c>design.looks.final.when</c>; empty for the whole file.</param>
/// <param name="Message">What was found, what is wrong and what to write, in sentences.</param>
public sealed record ScenarioProblem(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>One line: <c>file:line:column  path: message</c>; a setting has neither line nor column.</summary>
    public override string ToString()
    {
        string place = Line == 0 ? Advice.Printable(File) : $"{Advice.Printable(File)}:{Line}:{Column}";
        return Path.Length == 0 ? $"{place}  {Advice.Printable(Message)}" : $"{place}  {Advice.Printable(Path)}: {Advice.Printable(Message)}";
    }
}
