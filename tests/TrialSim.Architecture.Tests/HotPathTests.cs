using System.Reflection;
using System.Reflection.Emit;
using TrialSim.Engine.Conduct;

namespace TrialSim.Architecture.Tests;

/// <summary>What runs once a replicate or a patient is written as loops: LINQ allocates, and a dictionary's order is nobody's promise.</summary>
public sealed class HotPathTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Done once a run before the first replicate, or once for a person who asks for one patient.
    private static readonly string[] Preparation = ["ResultLayout", "CurvePlanner", "Replay"];

    [Fact]
    public void Engine_OutsideConstructorsAndPreparation_CallsNoLinq()
    {
        MethodInfo[] methods =
        [
            .. typeof(Ledger).Assembly.GetTypes()
                .Where(type => !Preparation.Contains(OuterOf(type).Name))
                .SelectMany(type => type.GetMethods(Everything)),
        ];
        string[] users = [.. methods.Where(CallsLinq).Where(method => !IsLambdaOfAConstructor(method)).Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

        Assert.NotEmpty(methods);
        Assert.Empty(users);
    }

    [Fact]
    public void Engine_AllItsFields_AreNoHashTables()
    {
        string[] tables =
        [
            .. typeof(Ledger).Assembly.GetTypes().SelectMany(type => type.GetFields(Everything))
                .Where(field => field.FieldType.IsGenericType
                    && (field.FieldType.GetGenericTypeDefinition() == typeof(Dictionary<,>) || field.FieldType.GetGenericTypeDefinition() == typeof(HashSet<>)))
                .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"),
        ];

        Assert.Empty(tables);
    }

    private static Type OuterOf(Type type) => type.DeclaringType is Type outer ? OuterOf(outer) : type;

    // The compiler names a lambda after the method it stands in.
    private static bool IsLambdaOfAConstructor(MethodInfo method) => method.Name.StartsWith("<.ctor>", StringComparison.Ordinal);

    private static bool CallsLinq(MethodInfo method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int place = 0; place + 4 < code.Length; place++)
        {
            if (code[place] == OpCodes.Call.Value && CalledAt(method, BitConverter.ToInt32(code, place + 1))?.DeclaringType == typeof(Enumerable))
            {
                return true;
            }
        }

        return false;
    }

    // A byte that looks like a call may be part of something else, and is then followed by no method's token.
    private static MethodBase? CalledAt(MethodInfo method, int token)
    {
        const int MemberReferences = 0x0A;
        const int MethodSpecifications = 0x2B;
        if (token >> 24 is not (MemberReferences or MethodSpecifications))
        {
            return null;
        }

        try
        {
            Type[] typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
            Type[] methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
            return method.Module.ResolveMethod(token, typeArguments, methodArguments);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException or MissingMethodException)
        {
            return null;
        }
    }
}
