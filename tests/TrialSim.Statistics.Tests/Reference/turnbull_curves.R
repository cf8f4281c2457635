suppressMessages({library(survival); library(npsurv)})
f<-function(x) formatC(x,digits=17,format="g")
set.seed(11); dat<-NULL; out<-NULL
for(s in 1:24){ n<-c(8,25,60,150)[(s-1)%%4+1]; t<-rweibull(n,1.3,20); cens<-runif(n,5,40)
 if(s%%3==0){v<-6; lo<-floor(t/v)*v; hi<-lo+v} else {k<-sample(2:7,n,TRUE); lo<-round(floor(t/k)*k+runif(n),2);lo<-pmin(lo,round(t,2)); lo<-pmax(0,pmin(lo,t)); hi<-round(t+runif(n,0.5,k),2); lo<-round(lo,2)}
 rc<-t>cens; lo[rc]<-pmin(lo[rc],round(cens[rc],0)); hi[rc]<-Inf
 e<-if(s%%4==1) rep(FALSE,n) else runif(n)<.3&!rc; x<-round(t,1); lo[e]<-x[e];hi[e]<-x[e]
 lo[lo==hi & !e]<-lo[lo==hi & !e]*.5
 dat<-rbind(dat,data.frame(sample=s,lower=lo,upper=hi))
 # exact times as [t,t]: npsurv on the same ends; loglik compared through its own fit
 r<-npsurv(cbind(lo,hi),maxit=2000,tol=1e-15)
 at<-sort(unique(c(r$f$right[is.finite(r$f$right)])))
 S<-sapply(at,function(a) sum(r$f$p[r$f$right>a]))
 L<-ifelse(lo==0,NA,lo);U<-ifelse(is.infinite(hi),NA,hi)
 sf<-survfit(Surv(L,U,type="interval2")~1)
 out<-rbind(out,data.frame(sample=s,ll=f(r$ll),day=at,survival=f(S),m=length(r$f$p)))
}
w<-function(x,n) write.csv(x,n,row.names=FALSE,quote=FALSE)
w(dat,"turnbull_samples.csv"); w(out,"turnbull_curves.csv")
