using System.Text;
using TrialSim.Scenarios.Extension;

namespace TrialSim.Scenarios.Tests.Extension;

/// <summary>Files that a test has written.</summary>
internal sealed class MemoryFiles(params (string Name, string Text)[] files) : IScenarioFiles
{
    public BaseFile Read(string extending, string named) => files.FirstOrDefault(file => file.Name == named) is { Name: not null } found
        ? BaseFile.Found(found.Name, Encoding.UTF8.GetBytes(found.Text))
        : BaseFile.Missing(named, $"There is no '{named}' beside {extending}.");

    public bool AreSame(string one, string other) => one == other;
}
