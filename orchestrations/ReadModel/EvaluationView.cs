namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>满意度 by GB/T 39046 A.8: 1 is the best (非常满意), 5 the worst (非常不满意). The comment is not shown to others.</summary>
public sealed record EvaluationView(int Satisfaction);
