using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V3",
    "Events by Schoenfeld and Freedman",
    Source = "gsDesign 3.11, rpact 4.3.0; Freedman 1982",
    Asserts = "Events for six hazard ratios, power 80 % and 90 %, 1:1 and 2:1; power of 100 to 331 events",
    Tolerance = "E")]
public sealed class V03EventsFormulaTests
{
    private static readonly TestError Power80 = new(0.025, 0.8);
    private static readonly TestError Power90 = new(0.025, 0.9);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.50, "65.345659", "87.479298", "70.639918", "94.566808", "73.513867", "98.414210")]
    [InlineData(0.60, "120.315700", "161.068590", "125.582080", "168.118770", "135.355170", "181.202170")]
    [InlineData(0.65, "169.180660", "226.484910", "174.437350", "233.522120", "190.328250", "254.795520")]
    [InlineData(0.70, "246.787100", "330.377910", "252.036250", "337.405030", "277.635490", "371.675150")]
    [InlineData(0.75, "379.351730", "507.844340", "384.595110", "514.863730", "426.770700", "571.324880")]
    [InlineData(0.80, "630.520170", "844.087620", "635.759260", "851.101270", "709.335190", "949.598570")]
    public void Events(double ratio, string schoenfeld80, string schoenfeld90, string freedman80, string freedman90, string twoToOne80, string twoToOne90)
    {
        Printed.Exact(schoenfeld80, EventsFormula.Schoenfeld(ratio, Power80, 0.5));
        Printed.Exact(schoenfeld90, EventsFormula.Schoenfeld(ratio, Power90, 0.5));
        Printed.Exact(freedman80, EventsFormula.Freedman(ratio, Power80, 0.5));
        Printed.Exact(freedman90, EventsFormula.Freedman(ratio, Power90, 0.5));
        Printed.Exact(twoToOne80, EventsFormula.Schoenfeld(ratio, Power80, 2.0 / 3.0));
        Printed.Exact(twoToOne90, EventsFormula.Schoenfeld(ratio, Power90, 2.0 / 3.0));
    }

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(100, "0.42991551")]
    [InlineData(200, "0.71297903")]
    [InlineData(300, "0.87053666")]
    [InlineData(331, "0.90053429")]
    public void PowerAtHazardRatio07(double events, string power) => Printed.Digits(power, EventsFormula.SchoenfeldPower(0.7, events, 0.025, 0.5));
}
