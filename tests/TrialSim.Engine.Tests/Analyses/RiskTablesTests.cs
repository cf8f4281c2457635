using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

public sealed class RiskTablesTests
{
    [Fact, Trait("Source", "Property")]
    public void Of_AnyArmsInAnyOrder_IsTheTableThatIsFilledForThem()
    {
        const int Patients = 60;
        RiskTables tables = new(arms: 3, Patients);
        for (int endpoint = 1; endpoint <= 3; endpoint++)
        {
            double[] days = [.. Enumerable.Range(0, Patients).Select(patient => (double)(patient * endpoint / 7))];
            bool[] hasEvent = [.. Enumerable.Range(0, Patients).Select(patient => patient % (endpoint + 1) == 0)];
            byte[] arm = [.. Enumerable.Range(0, Patients).Select(patient => (byte)(patient * 5 % 3))];
            SurvivalSample byDay = new(days, hasEvent, arm);
            tables.Forget();
            foreach (Comparison compare in new Comparison[] { new(1, 0), new(0, 1), new(2, 0), new(1, 0), new(2, 1), new(2, 0) })
            {
                RiskRow[] rows = new RiskRow[Patients];
                int count = RiskTable.Fill(byDay, (byte)compare.Control, (byte)compare.Experimental, rows);

                Assert.Equal(rows[..count], tables.Of(byDay, compare).ToArray());
            }
        }
    }
}
