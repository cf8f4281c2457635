using System.Reflection;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Truth;

namespace TrialSim.Architecture.Tests;

/// <summary>An analysis knows the design and the data, never the truth.</summary>
public sealed class TruthTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Analyses_AllTheirMembers_NameNoTypeOfTheTruth()
    {
        Type[] analyses = [.. typeof(Ledger).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("TrialSim.Engine.Analyses", StringComparison.Ordinal) == true)];
        string[] leaks = [.. analyses.SelectMany(TypesNamedBy).Where(IsTruth).Select(type => type.Name)];

        Assert.NotEmpty(analyses);
        Assert.Empty(leaks);
    }

    // The formulas are a second answer only as long as the simulation cannot have looked at them.
    [Fact]
    public void Engine_AllItsMembers_NameNoForecast()
    {
        string[] leaks = [.. typeof(Ledger).Assembly.GetTypes().SelectMany(TypesNamedBy).Where(type => type.Namespace == typeof(TrialForecast).Namespace).Select(type => type.Name)];

        Assert.Empty(leaks);
    }

    [Fact]
    public void Design_AllItsMembers_NameNoTypeOfTheTruth()
    {
        Type[] design = [.. typeof(Trial).Assembly.GetTypes().Where(type => type.Namespace == "TrialSim.Model.Design")];
        string[] leaks = [.. design.SelectMany(TypesNamedBy).Where(IsTruth).Select(type => type.Name)];

        Assert.NotEmpty(design);
        Assert.Empty(leaks);
    }

    // A trial holds its truth, so an analysis may not hold a trial either; nor the ledger, which knows what has not been seen yet.
    private static bool IsTruth(Type type) => type.Namespace == typeof(TrialTruth).Namespace || type == typeof(Trial) || type == typeof(Ledger);

    private static IEnumerable<Type> TypesNamedBy(Type type)
    {
        IEnumerable<Type> fields = type.GetFields(Everything).Select(field => field.FieldType);
        IEnumerable<Type> properties = type.GetProperties(Everything).Select(property => property.PropertyType);
        IEnumerable<MethodBase> methods = type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything));
        IEnumerable<Type> parameters = methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType);
        IEnumerable<Type> locals = methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType);
        return fields.Concat(properties).Concat(parameters).Concat(locals).SelectMany(WithArguments);
    }

    private static IEnumerable<Type> WithArguments(Type type)
    {
        Type plain = type.HasElementType ? type.GetElementType()! : type;
        return plain.GetGenericArguments().SelectMany(WithArguments).Append(plain);
    }
}
