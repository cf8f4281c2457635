using System.Reflection;
using System.Runtime.CompilerServices;
using TrialSim.Model;

namespace TrialSim.Architecture.Tests;

/// <summary>The compiled model is shared by all threads, so nothing of it can be written after construction.</summary>
public sealed class ImmutabilityTests
{
    [Fact]
    public void Model_AllItsTypes_HaveNoSettableStateAndNoArrays()
    {
        Type[] types = [.. typeof(Trial).Assembly.GetTypes().Where(type => IsOurs(type) && !type.IsEnum)];
        string[] mutable = [.. types.SelectMany(MutableMembers)];

        Assert.NotEmpty(types);
        Assert.Empty(mutable);
    }

    // The compiler keeps its delegates in types of its own, named with a <, and its constants in some of no namespace.
    private static bool IsOurs(Type type) => type.Namespace is string name && name.StartsWith("TrialSim.Model", StringComparison.Ordinal) && !type.Name.StartsWith('<');

    private static IEnumerable<string> MutableMembers(Type type)
    {
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (!field.IsInitOnly && !field.IsLiteral && !IsBackingFieldOfInit(type, field))
            {
                yield return $"{type.Name}.{field.Name} can be written";
            }

            if (field.FieldType.IsArray && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            {
                yield return $"{type.Name}.{field.Name} is an array";
            }
        }
    }

    private static bool IsBackingFieldOfInit(Type type, FieldInfo field)
    {
        PropertyInfo? property = type.GetProperty(field.Name.Trim('<', '>').Split('>')[0]);
        return property?.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
    }
}
