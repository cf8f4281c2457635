using System.Text;

namespace TrialSim.Results.Tables;

/// <summary>Turns a name of the program into a name of a file: <c>OneArmEmpty</c> into <c>one_arm_empty</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string pascalCase)
    {
        StringBuilder text = new(pascalCase.Length + 8);
        foreach (char letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
