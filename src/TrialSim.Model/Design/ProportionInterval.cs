namespace TrialSim.Model.Design;

/// <summary>Form of the interval of a proportion.</summary>
public enum ProportionInterval
{
    /// <summary>Wilson's score interval.</summary>
    Wilson,

    /// <summary>The exact interval of Clopper and Pearson.</summary>
    ClopperPearson,
}
