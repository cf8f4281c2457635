namespace TrialSim.Model.Forecasts;

/// <summary>The formula that a forecast comes from.</summary>
public enum ForecastMethod
{
    /// <summary>The day that the protocol and the planned accrual give.</summary>
    PlannedDay,

    /// <summary>The day by which the number of events is expected, with the second-order term for the spread of that day.</summary>
    EventTime,

    /// <summary>Events expected under piecewise exponential accrual, hazards and loss.</summary>
    ExpectedEvents,

    /// <summary>The true survival curve of the arm.</summary>
    Survival,

    /// <summary>Lakatos' normal approximation to the log-rank test, for hazards of any shape.</summary>
    Lakatos,

    /// <summary>Crossing probabilities of group-sequential bounds at the mean Z that Lakatos' approximation gives each look.</summary>
    GroupSequential,

    /// <summary>Schoenfeld's, which needs the events and a constant hazard ratio only.</summary>
    Schoenfeld,

    /// <summary>Wald's statistic at the value that Cox regression tends to.</summary>
    Wald,

    /// <summary>Greenwood's variance at the patients expected at risk, of milestone survival and of restricted means.</summary>
    Greenwood,

    /// <summary>Lachin and Foulkes', as gsDesign's nSurv: patients, accrual and a constant hazard ratio. For the size of a trial; runs do not print it.</summary>
    LachinFoulkes,
}
