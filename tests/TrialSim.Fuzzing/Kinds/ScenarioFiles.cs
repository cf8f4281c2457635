using System.Text;
using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Shipped scenarios whose bytes, nodes or values were changed.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Shipped">The scenarios.</param>
/// <param name="Mutate">Changes one.</param>
internal sealed record ScenarioFiles(string Name, ShippedScenarios Shipped, Func<string, Chance, byte[]> Mutate) : IFuzzKind
{
    /// <summary>Bytes.</summary>
    public static ScenarioFiles OfBytes(ShippedScenarios shipped) => new("scenario bytes", shipped, (text, chance) => ByteMutation.Of(Encoding.UTF8.GetBytes(text), chance));

    /// <summary>Nodes, also between two scenarios.</summary>
    public static ScenarioFiles OfNodes(ShippedScenarios shipped) => new("scenario nodes", shipped, (text, chance) => Encoding.UTF8.GetBytes(NodeMutation.Of(text, chance.Pick(shipped.Texts), chance)));

    /// <summary>Values.</summary>
    public static ScenarioFiles OfValues(ShippedScenarios shipped) => new("scenario values", shipped, (text, chance) => Encoding.UTF8.GetBytes(ValueMutation.Of(text, chance)));

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place) => ScenarioTrial.Of(Mutate(chance.Pick(Shipped.Texts), chance), Shipped, chance, place);
}
