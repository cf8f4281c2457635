using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TrialSim.Architecture.Tests;

/// <summary>What compiled code uses, read from the assembly's metadata.</summary>
internal static class AssemblyMetadata
{
    /// <summary>Full names of the types that an assembly uses from others.</summary>
    public static IReadOnlyList<string> MembersUsedBy(string assembly)
    {
        using FileStream file = File.OpenRead(Assembly.Load(assembly).Location);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
