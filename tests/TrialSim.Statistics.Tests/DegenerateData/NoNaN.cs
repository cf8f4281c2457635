using System.Collections;
using System.Reflection;
using Xunit;

namespace TrialSim.Statistics.Tests.DegenerateData;

/// <summary>No number of a result, however deep, is NaN; without a reason, none of those that a reader sees first is.</summary>
internal static class NoNaN
{
    internal static void In(object? result, string where)
    {
        switch (result)
        {
            case null or string or Enum or bool or int or long or byte:
                return;
            case double number:
                Assert.False(double.IsNaN(number), $"{where} is NaN");
                return;
            case IEnumerable items:
                int index = 0;
                foreach (object? item in items)
                {
                    In(item, $"{where}[{index++}]");
                }

                return;
            default:
                foreach (PropertyInfo property in result.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod!.IsStatic == false))
                {
                    if (!property.PropertyType.IsByRefLike)
                    {
                        In(property.GetValue(result), $"{where}.{property.Name}");
                    }
                }

                return;
        }
    }
}
